import { angular } from './angular';
import { astro } from './astro';
import { browserExtension } from './browserExtension';
import { bun } from './bun';
import { bundled } from './bundled';
import { deno } from './deno';
import { electron } from './electron';
import { expo } from './expo';
import { next } from './next';
import { node } from './node';
import { nuxt } from './nuxt';
import { remix } from './remix';
import type { Runtime } from './runtime';
import type { ScriptProject } from './scriptProject';
import { staticFiles } from './staticFiles';
import { supabase } from './supabase';
import { svelteKit } from './svelteKit';
import { workers } from './workers';

/** Every runtime of JavaScript, the more particular first. To add one: its file, and its line here. */
export const runtimes: readonly Runtime[] = [
  browserExtension,
  staticFiles,
  supabase,
  deno,
  expo,
  electron,
  angular,
  svelteKit,
  nuxt,
  astro,
  next,
  remix,
  workers,
  bundled,
  bun,
  node,
];

export const runtimeOf = (project: ScriptProject): Runtime =>
  runtimes.find((runtime) => runtime.claims(project)) ?? node;
