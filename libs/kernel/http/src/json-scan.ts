import { invalid, invalidField, type ProblemError } from './problem.js';

const MAX_DEPTH = 20;
const LONGEST_PATH = 200;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** An object or array that the scan is inside of. */
type Frame = { readonly keys: Set<string>; key: string; expectsKey: boolean } | { index: number };

/**
 * Walks JSON text once, before it is parsed, and refuses what a parser would let pass or change: deep nesting,
 * duplicate keys (the last would win), keys that reach for prototypes, NUL and lone surrogates in strings (no
 * database stores them as sent). Text that is not JSON at all is left for the parser to refuse.
 */
export const scanJson = (text: string): void => {
  const frames: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const frame = frames.at(-1);
    switch (text[at]) {
      case '{':
        frames.push({ keys: new Set(), key: '', expectsKey: true });
        break;
      case '[':
        frames.push({ index: 0 });
        break;
      case '}':
      case ']':
        frames.pop();
        break;
      case ',':
        if (frame) nextIn(frame);
        break;
      case '"': {
        const end = endOfString(text, at);
        checkString(text.slice(at, end), frames);
        at = end - 1;
        break;
      }
    }
    if (frames.length > MAX_DEPTH) throw tooDeep(frames);
  }
};

const nextIn = (frame: Frame): void => {
  if ('index' in frame) frame.index += 1;
  else frame.expectsKey = true;
};

/** The place after a string's closing quote, or the text's end if it never closes. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
};

const checkString = (raw: string, frames: readonly Frame[]): void => {
  const frame = frames.at(-1);
  const isKey = frame !== undefined && 'keys' in frame && frame.expectsKey;
  const value = raw.includes('\\') ? decoded(raw) : raw.slice(1, -1);
  if (value === undefined) return; // a broken escape: the parser says so
  if (isKey) {
    frame.key = value;
    frame.expectsKey = false;
  }
  const problem = textProblem(value, raw) ?? (isKey ? keyProblem(value, frame.keys) : undefined);
  if (problem) throw invalidField(pathOf(frames), problem);
};

const decoded = (raw: string): string | undefined => {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return undefined;
  }
};

const textProblem = (value: string, raw: string): string | undefined => {
  if (value.includes('\0')) return 'holds the character NUL';
  if (hasControl(raw)) return 'holds a control character that is not escaped';
  if (/\p{Surrogate}/u.test(value)) return 'holds half of a surrogate pair';
  return undefined;
};

const hasControl = (raw: string): boolean => {
  for (let at = 0; at < raw.length; at += 1) if (raw.charCodeAt(at) < SPACE) return true;
  return false;
};

const keyProblem = (key: string, keys: Set<string>): string | undefined => {
  if (FORBIDDEN_KEYS.has(key)) return 'is a name that no field may have';
  if (keys.has(key)) return 'is there twice';
  keys.add(key);
  return undefined;
};

const tooDeep = (frames: readonly Frame[]): ProblemError => {
  const field = pathOf(frames.slice(0, -1));
  const says = `is nested deeper than ${MAX_DEPTH} levels`;
  return field ? invalidField(field, says) : invalid(`The body ${says}.`);
};

/** Where the scan stands, as a dotted path; never longer than what a message can bear. */
const pathOf = (frames: readonly Frame[]): string => {
  const path = frames.map((frame) => ('index' in frame ? frame.index : wellFormed(frame.key))).join('.');
  return path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
};

/** A key that can be shown: halves of surrogate pairs and NUL are replaced. */
const wellFormed = (key: string): string => key.replace(/\p{Surrogate}|\0/gu, '\uFFFD');
