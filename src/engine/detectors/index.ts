import { anthropic } from './anthropic';
import { assemblyai } from './assemblyai';
import { aws } from './aws';
import { azure } from './azure';
import { azureopenai } from './azureopenai';
import { cerebras } from './cerebras';
import { cloudflare } from './cloudflare';
import { cohere } from './cohere';
import { cursor } from './cursor';
import { database } from './database';
import { databricks } from './databricks';
import { datadog } from './datadog';
import { deepgram } from './deepgram';
import { deepseek } from './deepseek';
import type { Detector } from './detector';
import { digitalocean } from './digitalocean';
import { discord } from './discord';
import { docker } from './docker';
import { doppler } from './doppler';
import { elevenlabs } from './elevenlabs';
import { exa } from './exa';
import { firecrawl } from './firecrawl';
import { fireworks } from './fireworks';
import { github } from './github';
import { gitlab } from './gitlab';
import { google } from './google';
import { groq } from './groq';
import { hashicorp } from './hashicorp';
import { heroku } from './heroku';
import { huggingface } from './huggingface';
import { jina } from './jina';
import { langfuse } from './langfuse';
import { langsmith } from './langsmith';
import { linear } from './linear';
import { mailgun } from './mailgun';
import { mistral } from './mistral';
import { netlify } from './netlify';
import { notion } from './notion';
import { npm } from './npm';
import { nvidia } from './nvidia';
import { ollama } from './ollama';
import { onepassword } from './onepassword';
import { openai } from './openai';
import { openrouter } from './openrouter';
import { pem } from './pem';
import { perplexity } from './perplexity';
import { pinecone } from './pinecone';
import { postman } from './postman';
import { pypi } from './pypi';
import { replicate } from './replicate';
import { sendgrid } from './sendgrid';
import { sentry } from './sentry';
import { shopify } from './shopify';
import { slack } from './slack';
import { square } from './square';
import { stability } from './stability';
import { stripe } from './stripe';
import { supabase } from './supabase';
import { tavily } from './tavily';
import { telegram } from './telegram';
import { together } from './together';
import { twilio } from './twilio';
import { vercel } from './vercel';
import { voyage } from './voyage';
import { wandb } from './wandb';
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
  perplexity,
  replicate,
  together,
  elevenlabs,
  pinecone,
  langsmith,
  langfuse,
  wandb,
  cerebras,
  nvidia,
  tavily,
  firecrawl,
  jina,
  voyage,
  gitlab,
  sendgrid,
  npm,
  pypi,
  docker,
  digitalocean,
  heroku,
  vercel,
  netlify,
  supabase,
  sentry,
  linear,
  notion,
  shopify,
  square,
  postman,
  databricks,
  hashicorp,
  doppler,
  onepassword,
  azureopenai,
  mistral,
  cohere,
  deepseek,
  stability,
  fireworks,
  exa,
  deepgram,
  assemblyai,
  cursor,
  ollama,
  azure,
  twilio,
  mailgun,
  datadog,
  cloudflare,
  discord,
  telegram,
  pem,
  database,
];
