import { CONCERN_CATEGORIES, CONCERN_OUTCOMES, HARM_KINDS, WISHES } from '../../concern/concern.codes.js';
import type { Asking } from './asking.js';

/** What happened, when and where, who knows, and what is wanted now. */
export const AboutIt = ({
  ask,
  hints,
}: {
  readonly ask: Asking;
  readonly hints: Readonly<Record<'narrative' | 'happenedOn' | 'place', string>>;
}) => (
  <>
    {ask.area('narrative', 'narrative', 10, hints.narrative)}
    {ask.area('worry', 'worry', 3)}
    {ask.one('outcome', 'outcome', 'outcome.', CONCERN_OUTCOMES)}
    {ask.many('harmKinds', 'harmKinds', 'harm.', HARM_KINDS)}
    {ask.list('category', 'category', 'category.', CONCERN_CATEGORIES)}
    {ask.text('happenedOn', 'happenedOn', 'date', hints.happenedOn)}
    {ask.text('place', 'place', 'text', hints.place)}
    {ask.yesNo('stillInHospital', 'stillInHospital')}
    {ask.yesNo('toldStaff', 'toldStaff')}
    {ask.area('staffResponse', 'staffResponse', 3)}
    {ask.area('wentWell', 'wentWell', 3)}
    {ask.many('wishes', 'wishes', 'wish.', WISHES)}
    {ask.area('wishInWords', 'wishInWords', 3)}
  </>
);
