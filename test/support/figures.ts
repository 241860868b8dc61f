/** One line of Prometheus's text format. */
interface Figure {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^([a-zA-Z_:]+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /(\w+)="([^"]*)"/g;

const figuresOf = (text: string): Figure[] =>
  text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    if (!name) return [];
    const named = [...labels.matchAll(LABEL)].map(([, label, of]) => [label, of]);
    return [{ name, labels: Object.fromEntries(named), value: Number(value) }];
  });

/** What the figures of a process say under a name and some labels: the sum of all that fit; NaN where none does. */
export const figure = (text: string, name: string, labels: Readonly<Record<string, string>> = {}): number => {
  const fitting = figuresOf(text).filter(
    (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  );
  return fitting.length === 0 ? Number.NaN : fitting.reduce((sum, { value }) => sum + value, 0);
};
