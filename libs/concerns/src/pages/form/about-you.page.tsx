import { SUBMITTER_ROLES } from '../../concern/concern.codes.js';
import type { Asking } from './asking.js';
import { PERMISSIONS, WAYS } from './concern.form.js';

/** Who writes: nobody has to say. */
export const AboutYou = ({
  ask,
  title,
  hint,
}: {
  readonly ask: Asking;
  readonly title: string;
  readonly hint: string;
}) => (
  <>
    <h2>{title}</h2>
    {ask.list('role', 'role', 'role.', SUBMITTER_ROLES)}
    {ask.naming('named', 'named', hint)}
    {ask.text('name', 'name')}
    {ask.text('phone', 'phone', 'tel')}
    {ask.text('email', 'email', 'email')}
    {ask.one('preferred', 'preferred', 'channel.', WAYS)}
    {ask.yesNo('interpreter', 'interpreter')}
    {ask.many('permissions', 'permissions', 'permission.', PERMISSIONS)}
  </>
);
