import { createHmac, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

/** Made when the process starts and never written down: a mark means nothing after it, or anywhere else. */
const key = randomBytes(32);

/**
 * Stands for where a request came from, to count by for some minutes. The address itself is kept nowhere; one household
 * of IPv6 (a /64) is one address.
 */
export const markOf = (address: string): string =>
  createHmac('sha256', key).update(neighbourhood(address)).digest('base64url');

/** An IPv4 address as it is; of an IPv6 address the first 64 bits. */
export const neighbourhood = (address: string): string => {
  const plain = address.split('%', 1)[0]?.toLowerCase() ?? '';
  const mapped = /^(?:0*:)*:?(?:0*:)*ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(plain)) return plain;
  const [front = '', back] = plain.split('::', 2);
  const groups = front === '' ? [] : front.split(':');
  const behind = back === undefined || back === '' ? [] : back.split(':');
  const wide = behind.at(-1)?.includes('.') ? behind.length + 1 : behind.length;
  const missing = back === undefined ? 0 : 8 - groups.length - wide;
  return [...groups, ...Array.from({ length: missing }, () => '0'), ...behind]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
};
