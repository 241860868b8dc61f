import { sql, tenantPolicies } from '#kernel/platform';
import { SEAL_BYTES } from '#kernel/privacy';
import { FILE_LIMIT } from '../attachment/attachment.codes.js';

/**
 * The bytes of attachments, sealed under the key of their stream. What is attached is what the log says: a row that no
 * event names is half an upload, and is swept. `verdict` is only the scanners' note of what is left to do.
 */
export const filesTable = sql`
create schema attachments authorization forthright_owner;
grant usage on schema attachments to forthright_api, forthright_worker;
create table attachments.files (
  org uuid not null,
  id uuid not null,
  stream text collate "C" not null,
  content bytea not null check (octet_length(content) <= ${String(FILE_LIMIT + SEAL_BYTES)}),
  stored_at timestamptz not null default clock_timestamp(),
  verdict text check (verdict in ('clean', 'infected', 'unscanned')),
  tries int not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  primary key (org, id)
);
alter table attachments.files alter column content set storage external;
create index files_to_scan on attachments.files (due_at) where verdict is null or verdict = 'unscanned';
${tenantPolicies('attachments.files')}
grant select, insert, update (stored_at) on attachments.files to forthright_api;
grant select, delete, update (verdict, tries, due_at) on attachments.files to forthright_worker;
`;

/** Keeps a file, or notes that it was sent again: then it is no old half of an upload. $1 org, $2 id, $3 stream, $4 sealed bytes. */
export const storeFile = sql`
insert into attachments.files (org, id, stream, content) values ($1, $2, $3, $4)
on conflict (org, id) do update set stored_at = clock_timestamp()`;

/** $1 org, $2 id, $3 stream. */
export const contentOf = sql`select content from attachments.files where org = $1 and id = $2 and stream = $3`;

/** Whether the log says that a file came to its record. */
const attached = sql`exists (
  select from ledger.events e where e.org = f.org and e.stream = f.stream and e.type = 'AttachmentAdded'
    and e.data ->> 'attachmentId' = f.id::text)`;

/**
 * Takes the next file that is to be scanned, for so long that a scan is over by then. $1 seconds; $2 whether to take also
 * what nobody could scan before.
 */
export const takeFile = sql`
with next as (
  select f.org, f.id from attachments.files f
  where (f.verdict is null or (f.verdict = 'unscanned' and $2)) and f.due_at <= clock_timestamp() and ${attached}
  order by f.due_at limit 1 for update skip locked
)
update attachments.files f set tries = f.tries + 1, due_at = clock_timestamp() + make_interval(secs => $1)
from next where f.org = next.org and f.id = next.id
returning f.org, f.id, f.stream, f.tries`;

/** $1 org, $2 id, $3 verdict. */
export const noteVerdict = sql`update attachments.files set verdict = $3 where org = $1 and id = $2`;

/** $1 org, $2 id, $3 seconds until the next try. */
export const putOff = sql`
update attachments.files set due_at = clock_timestamp() + make_interval(secs => $3) where org = $1 and id = $2`;

/** Deletes files that nobody attached within a day. $1 hours. */
export const sweepOrphans = sql`
delete from attachments.files f
where f.verdict is null and f.stored_at < clock_timestamp() - make_interval(hours => $1) and not ${attached}
returning f.id`;

/** Deletes what opens for nobody any more, and what was taken away. */
export const sweepForgotten = sql`
delete from attachments.files f
where exists (select from privacy.keys k where k.org = f.org and k.subject = f.stream and k.wrapped is null)
   or exists (select from ledger.events e where e.org = f.org and e.stream = f.stream and e.type = 'AttachmentRemoved'
        and e.data ->> 'attachmentId' = f.id::text)
returning f.id`;
