/** A person or a thing that a probe has to name, whoever it is: what somebody chooses, or a command creates. */
export const SOMEBODY = '00000000-0000-4000-8000-000000000000';
