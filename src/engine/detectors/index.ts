import { anthropic } from './anthropic';
import { aws } from './aws';
import type { Detector } from './detector';
import { github } from './github';
import { google } from './google';
import { groq } from './groq';
import { huggingface } from './huggingface';
import { openai } from './openai';
import { openrouter } from './openrouter';
import { slack } from './slack';
import { stripe } from './stripe';
import { xai } from './xai';

/** Every provider. To add one: its file, and its line here. */
export const detectors: readonly Detector[] = [
  openai,
  anthropic,
  google,
  groq,
  xai,
  openrouter,
  huggingface,
  github,
  aws,
  stripe,
  slack,
];
