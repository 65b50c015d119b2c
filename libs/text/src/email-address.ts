import { domainToASCII } from 'node:url';
import { isBlank, readText, textFaultIn, textLength } from './text.js';

/** Characters of an address in all (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
const longestAddress = 254;
/** Octets of what stands before the @ (RFC 5321, section 4.5.3.1.1). */
const longestLocalPart = 64;

/** What a domain is written with, the full stops of other scripts among it; a URL would end at anything else. */
const domainCharacters = /^[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]+$/u;

/** `dot-atom` of RFC 5322 with the letters, marks and digits of RFC 6531. */
const atom = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+`;
const localPart = new RegExp(`^${atom}(?:\\.${atom})*$`, 'u');
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const asciiDomain = new RegExp(`^(?:${label}\\.)+(?=[a-z0-9-]*[a-z])${label}$`);

/**
 * An e-mail address as it is kept and compared: composed, in lower case, its domain as DNS knows it. However somebody
 * writes it, it is one address; null where it is none.
 */
export function emailAddressOf(address: string): string | null {
  const text = readText(address);
  if (isBlank(text) || textFaultIn(text) !== null) return null;
  const at = text.lastIndexOf('@');
  const local = folded(text.slice(0, at));
  const domainText = text.slice(at + 1);
  if (at < 1 || !localPart.test(local) || !domainCharacters.test(domainText)) return null;
  const domain = domainToASCII(domainText);
  if (!asciiDomain.test(domain)) return null;
  const kept = `${local}@${domain}`;
  const fits = Buffer.byteLength(local) <= longestLocalPart && textLength(kept) <= longestAddress;
  return fits ? kept : null;
}

/** The case of letters says nothing; folding some of them takes two steps (`ẞ` by way of `SS` is `ss`, as `ß` is). */
const folded = (text: string): string => text.toUpperCase().toLowerCase().normalize('NFC');
