import { DAY, HOUR } from './step.js';

/** From when to when offices are open, in UTC: the day of the American middle west. */
const [OPENS, CLOSES] = [14, 22];
const [SUNDAY, SATURDAY] = [0, 6];

/** The same time where it is in working hours, else the beginning of the next working day. Never goes back. */
export const atWork = (at: number): number => {
  const day = Math.floor(at / DAY) * DAY;
  const weekday = new Date(at).getUTCDay();
  const works = weekday !== SUNDAY && weekday !== SATURDAY;
  if (works && at >= day + OPENS * HOUR && at < day + CLOSES * HOUR) return at;
  return works && at < day + OPENS * HOUR ? day + OPENS * HOUR : atWork(day + DAY + OPENS * HOUR);
};
