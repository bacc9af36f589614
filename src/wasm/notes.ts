// What a scan puts down: places that are worth a look, and what it says of its text as a whole.

import { data, notes, notesEnd } from './places';

/** Kinds of notes; the same as in src/engine/filter/filterMemory.ts. */
export const marked: u32 = 1;
export const value: u32 = 2;
export const encoded: u32 = 4;
export const odd: u32 = 8;
export const address: u32 = 16;
export const password: u32 = 32;
export const whole: u32 = 64;
export const joint: u32 = 128;
export const list: u32 = 256;
export const opening: u32 = 512;
export const formed: u32 = 1024;

/** What a scan says of a text as a whole. */
export const environment: u32 = 1;
export const processEnvironment: u32 = 2;
export const template: u32 = 8;
export const opensShort: u32 = 16;

let out: usize = notes;
let told: u32 = 0;

export function note(kind: u32, start: usize, end: usize): void {
  if (out >= notesEnd) return;
  store<u32>(out, kind);
  store<u32>(out, <u32>(start - data), 4);
  store<u32>(out, <u32>(end - data), 8);
  out += 12;
}

/** Says something of the text as a whole. */
export function tell(sign: u32): void {
  told |= sign;
}

/** What was said of it. */
export function whatIsTold(): u32 {
  return told;
}

export function forgetNotes(): void {
  out = notes;
  told = 0;
}

/** How many notes there are; 4294967295 where there was no room for all. */
export function countOfNotes(): u32 {
  return out >= notesEnd ? u32.MAX_VALUE : <u32>((out - notes) / 12);
}
