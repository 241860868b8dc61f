import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyPluginCallback } from 'fastify';
import type { OperatedQueues } from '#kernel/readers';

type Queue = OperatedQueues['queues'][number];
type Job = NonNullable<Awaited<ReturnType<BullMQAdapter['getJob']>>>;

type IServerAdapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];

/** What of a job's data may be seen: those who look belong to one organization, the queues to all. */
const SEEN = ['reader', 'ledger', 'position'];

/** What went wrong may quote what somebody wrote: that it went wrong is seen, the words are in no queue's board. */
const withoutWords = <J extends Job | null | undefined>(job: J): J =>
  job &&
  (Object.create(job, {
    toJSON: {
      value: () => {
        const told = job.toJSON();
        return {
          ...told,
          stacktrace: [],
          ...(told.failedReason && { failedReason: 'failed: the log of the worker says why' }),
        };
      },
    },
  }) as J);

/** A queue to look at: read-only, and without what its jobs say of anybody. */
class SeenQueue extends BullMQAdapter {
  constructor(queue: Queue) {
    super(queue, { readOnlyMode: true, allowRetries: false });
    this.setFormatter('data', (data: object) =>
      Object.fromEntries(Object.entries(data).filter(([key]) => SEEN.includes(key))),
    );
    this.setFormatter('returnValue', () => undefined);
  }

  override async getJob(id: string): Promise<Job | undefined> {
    return withoutWords((await super.getJob(id)) ?? undefined);
  }

  override async getJobs(...args: Parameters<BullMQAdapter['getJobs']>): ReturnType<BullMQAdapter['getJobs']> {
    return (await super.getJobs(...args)).map(withoutWords) as Awaited<ReturnType<BullMQAdapter['getJobs']>>;
  }

  override async getJobLogs(): Promise<string[]> {
    return [];
  }
}

/** The queues' board at a path, as a plugin. Who may see it is the affair of whoever registers it. */
export const queueBoard = ({ queues }: OperatedQueues, path: string): FastifyPluginCallback<{ prefix: string }> => {
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(path);
  createBullBoard({
    queues: queues.map((queue) => new SeenQueue(queue)),
    serverAdapter: serverAdapter as unknown as IServerAdapter, // it brings the same types from a copy of its own
    options: {
      uiConfig: {
        boardTitle: 'Forthright queues',
        showWorkers: false,
        miscLinks: [{ text: 'Sign out', url: '/operations/sign-in' }],
      },
    },
  });
  return serverAdapter.registerPlugin() as unknown as FastifyPluginCallback<{ prefix: string }>;
};
