import { csharp } from './csharp';
import { go } from './go';
import { html } from './html';
import { java } from './java';
import { javascript } from './javascript';
import { jsx } from './jsx';
import type { Language } from './language';
import { python } from './python';
import { svelte } from './svelte';
import { tsx } from './tsx';
import { typescript } from './typescript';
import { vue } from './vue';

/** Every language. To add one: its file, and its line here. */
export const languages: readonly Language[] = [
  javascript,
  typescript,
  jsx,
  tsx,
  vue,
  svelte,
  html,
  python,
  go,
  java,
  csharp,
];
