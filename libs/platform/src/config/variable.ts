import { isIP } from 'node:net';
import {
  ArrayUnique,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
} from 'class-validator';

/** How one property of a config class comes from the environment. */
export interface Variable {
  readonly name: string;
  /** Read in its place where it isn't set itself. */
  readonly otherwise?: string;
  /** Ends the sentence "<name> takes …". */
  readonly takes: string;
  /** A secret is never repeated in a message. */
  readonly secret: boolean;
  /** From the text to the value; what it can't read it returns as something that the validators refuse. */
  readonly read: (text: string) => unknown;
}

const variables = new WeakMap<object, Map<string, Variable>>();

/** The variables of a config class by property, those of the classes that it extends first. */
export const variablesOf = (configClass: abstract new () => object): ReadonlyMap<string, Variable> => {
  const all = new Map<string, Variable>();
  const chain: object[] = [];
  for (let at = configClass.prototype as object | null; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    chain.unshift(at);
  }
  for (const prototype of chain) for (const [key, variable] of variables.get(prototype) ?? []) all.set(key, variable);
  return all;
};

const define =
  (variable: Variable, validators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    const own = variables.get(target) ?? new Map<string, Variable>();
    own.set(String(key), variable);
    variables.set(target, own);
    for (const validator of validators) validator(target, key);
  };

export const IntegerVariable = (
  name: string,
  { min, max, otherwise }: { min: number; max: number; otherwise?: string },
): PropertyDecorator =>
  define(
    {
      name,
      ...(otherwise !== undefined && { otherwise }),
      takes: `an integer from ${min} to ${max}`,
      secret: false,
      read: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text),
    },
    [IsOptional(), IsInt(), Min(min), Max(max)],
  );

export const TextVariable = (
  name: string,
  { takes, matches = /./ }: { takes: string; matches?: RegExp },
): PropertyDecorator =>
  define({ name, takes, secret: false, read: (text) => text }, [IsOptional(), IsString(), Matches(matches)]);

export const SecretVariable = (name: string, { minLength }: { minLength: number }): PropertyDecorator =>
  define({ name, takes: `at least ${minLength} characters`, secret: true, read: (text) => text }, [
    IsOptional(),
    MinLength(minLength),
  ]);

/** Secret, because it holds a password. */
export const DatabaseUrlVariable = (name: string): PropertyDecorator =>
  define(
    {
      name,
      takes: 'postgres://user:password@host:port/database (special characters of the password percent-encoded)',
      secret: true,
      read: (text) => (URL.canParse(text) ? text : ''),
    },
    [IsOptional(), Matches(/^postgres(ql)?:\/\/[^/]*\/./)],
  );

export const ChoiceVariable = (name: string, choices: readonly string[]): PropertyDecorator =>
  define({ name, takes: `one of ${choices.join(', ')}`, secret: false, read: (text) => text }, [
    IsOptional(),
    IsIn([...choices]),
  ]);

export const ListVariable = (
  name: string,
  { takes, matches }: { takes: string; matches: RegExp },
): PropertyDecorator => {
  const split = (text: string): string[] => text.split(',').map((item) => item.trim());
  return define({ name, takes: `a list of ${takes}, separated by commas`, secret: false, read: split }, [
    ArrayUnique(),
    Matches(matches, { each: true }),
  ]);
};

/** Hops in front of the service, or the networks that its proxies are in; false where there are none. */
export type TrustedProxies = false | number | string[];

const mostHops = 32;
const namesOfNetworks: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Which proxies tell a client's address: `no`, how many there are (`yes` is 1), or the networks that they are in. */
export const ProxiesVariable = (name: string): PropertyDecorator =>
  define(
    {
      name,
      takes: `no, a number of proxies up to ${mostHops}, or a list of addresses and networks such as 10.0.0.0/8, separated by commas`,
      secret: false,
      read: (text) => trustedProxiesOf(text) ?? text,
    },
    [ValidateBy({ name: 'trustedProxies', validator: { validate: (value: unknown) => typeof value !== 'string' } })],
  );

function trustedProxiesOf(text: string): TrustedProxies | null {
  if (text === 'no' || text === '0') return false;
  if (text === 'yes') return 1;
  if (/^\d{1,2}$/.test(text)) return Number(text) <= mostHops ? Number(text) : null;
  const networks = text.split(',').map((item) => item.trim());
  return networks.every(isNetwork) ? networks : null;
}

function isNetwork(text: string): boolean {
  if (namesOfNetworks.has(text)) return true;
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128));
}
