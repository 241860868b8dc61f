/** Where a JSON value that begins at `at` ends. The text is known to be JSON. */
const endOf = (text: string, at: number): number => {
  let depth = 0;
  for (let here = at; here < text.length; here++) {
    const sign = text[here] as string;
    if (sign === '"') {
      here = endOfString(text, here);
      if (depth === 0) return here + 1;
    } else if ('{['.includes(sign)) depth += 1;
    else if ('}]'.includes(sign)) {
      if (depth === 0) return here;
      depth -= 1;
      if (depth === 0) return here + 1;
    } else if (depth === 0 && sign === ',') return here;
  }
  return text.length;
};

const endOfString = (text: string, at: number): number => {
  for (let here = at + 1; here < text.length; here++) {
    if (text[here] === '\\') here += 1;
    else if (text[here] === '"') return here;
  }
  return text.length;
};

const spaces = /[\s:,]*/y;

/**
 * The members of a JSON object as they are written, letter by letter: reading and writing JSON again may change numbers,
 * spaces and escapes, and with them every hash.
 */
export const jsonTexts = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  let at = text.indexOf('{') + 1;
  const skip = () => {
    spaces.lastIndex = at;
    spaces.exec(text);
    at = spaces.lastIndex;
  };
  for (skip(); text[at] === '"'; skip()) {
    const nameEnd = endOfString(text, at) + 1;
    const name = JSON.parse(text.slice(at, nameEnd)) as string;
    at = nameEnd;
    skip();
    const end = endOf(text, at);
    found.set(name, text.slice(at, end).trimEnd());
    at = end;
  }
  return found;
};
