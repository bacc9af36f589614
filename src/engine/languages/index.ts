import { astro } from './astro';
import { csharp } from './csharp';
import { go } from './go';
import { html } from './html';
import { java } from './java';
import { javascript } from './javascript';
import { jsx } from './jsx';
import type { Language } from './language';
import { lua } from './lua';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { shellscript } from './shellscript';
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
  astro,
  html,
  python,
  go,
  ruby,
  php,
  rust,
  shellscript,
  java,
  csharp,
  lua,
];
