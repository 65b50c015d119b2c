import { NumberInput, type NumberInputProps } from '@mantine/core';
import { digitsOf } from '../format/minor-units';
import { useFormat } from '../format/use-format';

/** An amount as it is written on a bill: with all its digits, and its currency's sign behind it. */
export function PriceInput({ currency, ...props }: NumberInputProps & { readonly currency: string }) {
  const format = useFormat();
  return (
    <NumberInput
      min={0}
      decimalScale={digitsOf(currency)}
      fixedDecimalScale
      suffix={` ${format.currency(currency)}`}
      {...props}
    />
  );
}
