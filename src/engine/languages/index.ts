import { astro } from './astro';
import { c } from './c';
import { cpp } from './cpp';
import { csharp } from './csharp';
import { dart } from './dart';
import { elixir } from './elixir';
import { fish } from './fish';
import { go } from './go';
import { html } from './html';
import { java } from './java';
import { javascript } from './javascript';
import { jsx } from './jsx';
import { julia } from './julia';
import { kotlin } from './kotlin';
import type { Language } from './language';
import { lua } from './lua';
import { perl } from './perl';
import { php } from './php';
import { powershell } from './powershell';
import { python } from './python';
import { r } from './r';
import { ruby } from './ruby';
import { rust } from './rust';
import { scala } from './scala';
import { shellscript } from './shellscript';
import { svelte } from './svelte';
import { swift } from './swift';
import { terraform } from './terraform';
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
  kotlin,
  scala,
  swift,
  dart,
  c,
  cpp,
  elixir,
  r,
  julia,
  perl,
  powershell,
  fish,
  terraform,
];
