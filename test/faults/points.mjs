import 'reflect-metadata';
import { Streams } from '../../dist/libs/kernel/ledger/src/streams.js';
import { Database } from '../../dist/libs/kernel/platform/src/database.js';
import { AutomatingReader } from '../../dist/libs/kernel/readers/src/automating-reader.js';
import { FailFastQueue } from '../../dist/libs/kernel/readers/src/fail-fast-queue.js';
import { PokeBell } from '../../dist/libs/kernel/readers/src/poke-bell.js';
import { Publisher } from '../../dist/libs/kernel/readers/src/publisher.js';
import { RowStore } from '../../dist/libs/kernel/readers/src/row-store.js';
import { Sequencer } from '../../dist/libs/kernel/readers/src/sequencer.js';
import { Step } from '../../dist/libs/kernel/readers/src/step.js';
import { ConfirmSafetyEvent } from '../../dist/libs/safety-events/src/commands/confirm-safety-event/confirm-safety-event.command.js';
import { safetyEvents } from '../../dist/libs/safety-events/src/index.js';
import { safetyEventRecord } from '../../dist/libs/safety-events/src/views/safety-event-record/safety-event-record.projection.js';

/**
 * Places in our programs at which a test can make a process stand still: `node --import` this file before the program.
 * The programs themselves know nothing of it. Whoever started the process says `{ arm: <point> }` over its channel,
 * hears `{ at: <point> }` when it is reached, once, and says `{ go: true }`.
 */
let armed;
let poison;
let go = () => undefined;

process.on('message', (said) => {
  if ('poison' in said) poison = said.poison;
  if ('arm' in said) armed = said.arm;
  if ('go' in said) go();
});
process.channel?.unref(); // listening is no reason to stay

/** The local port of a transaction's connection, by which its wire knows it. */
const portOf = (tx) => tx?.manager?.queryRunner?.databaseConnection?.connection?.stream?.localPort;

const at = async (point, port) => {
  if (armed !== point) return;
  armed = undefined;
  const released = new Promise((resolve) => {
    go = resolve;
  });
  process.send({ at: point, port });
  await released;
};

/** Replaces a method by one that knows the old. A method that is not there any more is a mistake of this file. */
const around = (made, method, replacement) => {
  const old = made.prototype[method];
  if (typeof old !== 'function') throw new Error(`${made.name}.${method} is not there to be watched`);
  made.prototype[method] = function (...args) {
    return replacement.call(this, (...given) => old.apply(this, given), ...args);
  };
};

const before = (made, method, point, when = () => true) =>
  around(made, method, async (old, ...args) => {
    if (when(args)) await at(point, portOf(args[0]));
    return old(...args);
  });

const after = (made, method, point, when = () => true) =>
  around(made, method, async (old, ...args) => {
    const answer = await old(...args);
    if (when(args)) await at(point, portOf(args[0]));
    return answer;
  });

const PUBLISHER = 'outbound';
const isPublisher = ([, readers]) => readers.some(({ name }) => name === PUBLISHER);
const isView = (args) => !isPublisher(args);

before(Streams, 'decide', 'parsed');
after(Streams, 'decide', 'decided');
around(PokeBell, 'ring', (ring, ...args) => {
  void at('ringing').then(() => ring(...args));
});

before(Sequencer, 'catchUp', 'job taken');
after(Step, 'lock', 'publisher locked', isPublisher);
after(Step, 'lock', 'reader locked', isView);
after(Step, 'stepIn', 'publisher moved', isPublisher);
after(Step, 'stepIn', 'reader moved', isView);
after(AutomatingReader, 'lock', 'automation looked');
before(AutomatingReader, 'settle', 'automation done');
after(RowStore, 'save', 'rows in');
after(Database, 'across', 'committed');

before(Publisher, 'apply', 'batch read');
after(Publisher, 'apply', 'all told');
around(FailFastQueue, 'add', async (add, jobs) => {
  if (armed !== 'half told' || jobs[0]?.opts.jobId === undefined) return add(jobs);
  const half = jobs.length >> 1;
  await add(jobs.slice(0, half));
  await at('half told');
  return add(jobs.slice(half));
});

/**
 * An automation for whoever asks for one: no context of ours has one that any load would set off. It confirms what was
 * triaged, as a person, since a confirmation wants one.
 */
if (process.env.FAULTS_AUTOMATION) {
  const by = { kind: 'staff', id: process.env.FAULTS_AUTOMATION, role: 'risk-manager' };
  const confirm = ({ stream }, act) =>
    new ConfirmSafetyEvent(stream.slice('safety-event-'.length), { lists: ['nqf'] }, act({ actor: by }));
  const when = { name: 'safety-events.when-triaged-then-confirm', version: 1, on: { SafetyEventTriaged: confirm } };
  Object.assign(safetyEvents, { automations: [...(safetyEvents.automations ?? []), when] });
}

/** `{ poison: <type> }`: from now on one view cannot read events of this type. */
for (const [type, fold] of Object.entries(safetyEventRecord.on))
  safetyEventRecord.on[type] = (event, row) => {
    if (type === poison) throw new TypeError('This cannot be read');
    return fold(event, row);
  };
