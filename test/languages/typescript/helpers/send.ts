import { createHash } from 'node:crypto';

/** Prints a hash of what a program would send to the provider. */
export const send = (text: string): void => {
  if (!text) throw new Error('nothing to send');
  console.log(createHash('sha256').update(text).digest('hex'));
};
