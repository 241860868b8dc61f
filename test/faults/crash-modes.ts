import type { CrashStep } from './crash-steps.js';
import type { Scene } from './scene.js';
import type { Direction } from './wire.js';

/** A way to fail. */
export interface CrashMode {
  readonly name: string;
  /** Fails. */
  act(scene: Scene, step: CrashStep): Promise<void> | void;
  /** Milliseconds until it is over. */
  readonly lasts: number;
  /** Ends what can end; what heals by itself does nothing here. */
  heal(scene: Scene, step: CrashStep): Promise<void> | void;
  /** Redis lost what was in its memory: envelopes that nobody had taken may be among it. */
  readonly forgetsOutbound?: true;
}

const wiresOf = (scene: Scene, step: CrashStep) => step.wires?.(scene) ?? scene.wires[step.actor];

const cutting = (name: string, ...directions: readonly Direction[]): CrashMode => ({
  name,
  act: (scene, step) => {
    for (const wire of wiresOf(scene, step)) wire.cut(...directions);
  },
  lasts: 3000,
  heal: (scene, step) => {
    for (const wire of wiresOf(scene, step)) wire.heal();
  },
});

export const crashModes: readonly CrashMode[] = [
  {
    name: 'kill self',
    act: async (scene, { actor }) => void (await scene.program(actor).end('SIGKILL')),
    lasts: 0,
    heal: (scene, { actor }) => scene.program(actor).start(),
  },
  {
    name: 'kill postgres',
    act: ({ services }) => services.killPostgres(),
    lasts: 0,
    heal: ({ services }) => services.revive(),
  },
  {
    name: 'kill a backend',
    act: ({ services }, { actor }) => services.killBackend(`forthright-${actor}`),
    lasts: 0,
    heal: () => undefined,
  },
  {
    name: 'kill redis',
    act: ({ services }) => services.killRedis(),
    lasts: 1000,
    heal: ({ services }) => services.revive(),
    forgetsOutbound: true,
  },
  {
    name: 'freeze 10 s',
    act: (scene, { actor }) => scene.program(actor).signal('SIGSTOP'),
    lasts: 10_000,
    heal: (scene, { actor }) => scene.program(actor).signal('SIGCONT'),
  },
  cutting('cut both ways', 'requests', 'replies'),
  cutting('cut replies', 'replies'),
];
