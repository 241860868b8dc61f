import { v7 } from 'uuid';
import { Ids } from '#kernel/core';

/** UUIDs of version 7: they sort by the time they were made. */
export class TimeOrderedIds extends Ids {
  next(): string {
    return v7();
  }
}
