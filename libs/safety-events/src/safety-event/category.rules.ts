import { refuse } from '#kernel/core';
import type { Category, EventClass } from './safety-event.codes.js';

/** Common Formats Hospital 1.2 names no falls that nearly happened; `workforce` is a category of our own beside it. */
const NEAR_MISS: readonly Category[] = ['blood', 'device', 'medication', 'surgery_anesthesia', 'workforce', 'other'];
const UNSAFE_CONDITION: readonly Category[] = ['blood', 'device', 'medication', 'workforce', 'other'];

/** What a near miss or an unsafe condition may be called; an incident may be called anything (standards.md 1). */
export const mayBe = (eventClass: EventClass, category: Category): boolean =>
  eventClass === 'incident' || (eventClass === 'near_miss' ? NEAR_MISS : UNSAFE_CONDITION).includes(category);

/** Refuses categories that the class does not know; the refusal names the field. */
export const checkCategories = (eventClass: EventClass, categories: readonly Category[], field: string): void => {
  const stranger = categories.find((category) => !mayBe(eventClass, category));
  if (stranger)
    refuse(
      'safety-event/category-for-incidents',
      `Common Formats know ${stranger} as a category of incidents only: for what did not happen, take ${(eventClass === 'near_miss' ? NEAR_MISS : UNSAFE_CONDITION).join(', ')}.`,
      field,
    );
};
