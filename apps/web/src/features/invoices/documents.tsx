import { Anchor, Group } from '@mantine/core';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';

/** The document as files to keep: to read in one's language, and for programs in the syntaxes of EN 16931. */
export function Documents({ of, number }: { readonly of: string; readonly number: string }) {
  const t = useText();
  const { language } = useLanguage();
  const files: readonly (readonly [string, string, string])[] = [
    [t('invoices.pdf'), `${of}/pdf?language=${language}`, `${number}.pdf`],
    [t('invoices.ubl'), `${of}/ubl?language=${language}`, `${number}.xml`],
    [t('invoices.cii'), `${of}/cii?language=${language}`, `${number}.xml`],
  ];
  return (
    <Group gap="md" className="not-printed">
      {files.map(([name, href, file]) => (
        <Anchor key={name} href={href} download={file} size="sm">
          {name}
        </Anchor>
      ))}
    </Group>
  );
}
