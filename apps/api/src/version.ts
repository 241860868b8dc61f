/** The version of the HTTP api that its document names; paths begin with its first number. */
export const VERSION = '1.0.0';
