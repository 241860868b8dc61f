import { actorText } from '#kernel/core';
import type { Append, EventToStore } from './append.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const STREAM = /^[a-z][a-z0-9-]*$/;
const ACTOR = /^[!-~]+$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Where NUL or half a pair may hide in JSON. A backslash before it may mean something else, so this only raises suspicion. */
const SUSPECT = /\\u(0000|d[89a-f])/i;
/** Fits PostgreSQL's `int`, and leaves room for the events that follow. */
const MOST_REVISIONS = 2_000_000_000;

/**
 * What keeps an append from being sent at all: a bug of the caller, never a user's fault. What PostgreSQL would refuse
 * costs the neighbors in a batch a second trip, and what it would silently change would not be what was hashed.
 */
export const appendProblem = (append: Append): string | undefined => {
  const { org, stream, expected, commandId, correlationId, causationId, requestHash, actor, claims, events } = append;
  if (events.length === 0) return 'An append holds at least one event';
  if (!STREAM.test(stream)) return `No stream can be named ${stream}`;
  const ids = [org, commandId, correlationId, ...(causationId === undefined ? [] : [causationId])];
  if (!ids.every((id) => UUID.test(id))) return 'Organization, command, correlation and causation are lower-case UUIDs';
  if (requestHash.length !== 32) return 'A request hash has 32 bytes';
  if (!ACTOR.test(actorText(actor))) return 'An actor is written in visible ASCII characters';
  if (typeof expected === 'number' && !(Number.isInteger(expected) && expected >= 0 && expected < MOST_REVISIONS))
    return 'An expected revision is a whole number from 0 on';
  if (new Set(events.map(({ id }) => id)).size < events.length) return 'Two events of an append have one id';
  if (claims && new Set(claims.map(({ scope, key }) => JSON.stringify([scope, key]))).size < claims.length)
    return 'Two claims of an append are the same';
  return events.map(eventProblem).find((problem) => problem !== undefined);
};

const eventProblem = ({ id, type, schemaVersion, occurredAt, data }: EventToStore): string | undefined => {
  if (!UUID.test(id)) return `The id of ${type} is a lower-case UUID`;
  if (!(Number.isInteger(schemaVersion) && schemaVersion > 0 && schemaVersion < 32_768))
    return `The schema version of ${type} is a whole number from 1 to 32767`;
  if (Number.isNaN(Date.parse(occurredAt))) return `${type} occurred at no instant`;
  if (!keepable(data)) return `The data of ${type} holds what no view can keep: NUL or half a character`;
  return undefined;
};

/** Data is `json`, which takes any text; views keep it as `jsonb`, which does not. What they cannot keep never gets in. */
const keepable = (data: string): boolean => {
  if (LONE_SURROGATE.test(data)) return false;
  if (!SUSPECT.test(data)) return true;
  let kept = true;
  const look = (text: string) => {
    kept &&= !LONE_SURROGATE.test(text) && !text.includes('\0');
  };
  JSON.parse(data, (key, value) => {
    look(key);
    if (typeof value === 'string') look(value);
  });
  return kept;
};
