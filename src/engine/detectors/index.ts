import { adafruit } from './adafruit';
import { adobe } from './adobe';
import { age } from './age';
import { aikido } from './aikido';
import { airtable } from './airtable';
import { alibaba } from './alibaba';
import { anthropic } from './anthropic';
import { apify } from './apify';
import { arcjet } from './arcjet';
import { asana } from './asana';
import { assemblyai } from './assemblyai';
import { atlassian } from './atlassian';
import { aws } from './aws';
import { azure } from './azure';
import { azureopenai } from './azureopenai';
import { bannerbear } from './bannerbear';
import { braintree } from './braintree';
import { brave } from './brave';
import { brevo } from './brevo';
import { browserbase } from './browserbase';
import { buildkite } from './buildkite';
import { calcom } from './calcom';
import { canva } from './canva';
import { cartesia } from './cartesia';
import { cerebras } from './cerebras';
import { circleci } from './circleci';
import { clickhouse } from './clickhouse';
import { clickup } from './clickup';
import { clojars } from './clojars';
import { cloudflare } from './cloudflare';
import { cloudsmith } from './cloudsmith';
import { cockroachdb } from './cockroachdb';
import { cohere } from './cohere';
import { contentful } from './contentful';
import { cratesio } from './cratesio';
import { cursor } from './cursor';
import { database } from './database';
import { databento } from './databento';
import { databricks } from './databricks';
import { datadog } from './datadog';
import { datastax } from './datastax';
import { deepgram } from './deepgram';
import { deepseek } from './deepseek';
import { defined } from './defined';
import { deno } from './deno';
import { dependencytrack } from './dependencytrack';
import type { Detector } from './detector';
import { devin } from './devin';
import { digitalocean } from './digitalocean';
import { discord } from './discord';
import { docker } from './docker';
import { doppler } from './doppler';
import { dropbox } from './dropbox';
import { duffel } from './duffel';
import { dynatrace } from './dynatrace';
import { e2b } from './e2b';
import { easypost } from './easypost';
import { elastic } from './elastic';
import { elevenlabs } from './elevenlabs';
import { endor } from './endor';
import { exa } from './exa';
import { facebook } from './facebook';
import { figma } from './figma';
import { firecrawl } from './firecrawl';
import { fireworks } from './fireworks';
import { fleetbase } from './fleetbase';
import { flexport } from './flexport';
import { flutterwave } from './flutterwave';
import { flyio } from './flyio';
import { frameio } from './frameio';
import { fullstory } from './fullstory';
import { gcp } from './gcp';
import { github } from './github';
import { gitlab } from './gitlab';
import { gocardless } from './gocardless';
import { google } from './google';
import { grafana } from './grafana';
import { groq } from './groq';
import { harness } from './harness';
import { hashicorp } from './hashicorp';
import { helicone } from './helicone';
import { heroku } from './heroku';
import { hubspot } from './hubspot';
import { huggingface } from './huggingface';
import { infisical } from './infisical';
import { infracost } from './infracost';
import { inngest } from './inngest';
import { intra42 } from './intra42';
import { ionic } from './ionic';
import { jfrog } from './jfrog';
import { jina } from './jina';
import { jwt } from './jwt';
import { langfuse } from './langfuse';
import { langsmith } from './langsmith';
import { launchdarkly } from './launchdarkly';
import { lichess } from './lichess';
import { linear } from './linear';
import { llamacloud } from './llamacloud';
import { lob } from './lob';
import { mailchimp } from './mailchimp';
import { mailersend } from './mailersend';
import { mailgun } from './mailgun';
import { mapbox } from './mapbox';
import { maxmind } from './maxmind';
import { mem0 } from './mem0';
import { mercury } from './mercury';
import { mergify } from './mergify';
import { midtrans } from './midtrans';
import { minimax } from './minimax';
import { miro } from './miro';
import { mistral } from './mistral';
import { modal } from './modal';
import { mongodb } from './mongodb';
import { moonshot } from './moonshot';
import { neon } from './neon';
import { netlify } from './netlify';
import { newrelic } from './newrelic';
import { nightfall } from './nightfall';
import { notion } from './notion';
import { npm } from './npm';
import { nuget } from './nuget';
import { nvidia } from './nvidia';
import { octopus } from './octopus';
import { ollama } from './ollama';
import { onepassword } from './onepassword';
import { onesignal } from './onesignal';
import { openai } from './openai';
import { openrouter } from './openrouter';
import { openshift } from './openshift';
import { packagist } from './packagist';
import { paddle } from './paddle';
import { pagarme } from './pagarme';
import { paystack } from './paystack';
import { pem } from './pem';
import { perplexity } from './perplexity';
import { pinecone } from './pinecone';
import { plaid } from './plaid';
import { planetscale } from './planetscale';
import { polar } from './polar';
import { posthog } from './posthog';
import { postman } from './postman';
import { prefect } from './prefect';
import { pulumi } from './pulumi';
import { pypi } from './pypi';
import { pyx } from './pyx';
import { ramp } from './ramp';
import { readme } from './readme';
import { render } from './render';
import { replicate } from './replicate';
import { resend } from './resend';
import { rootly } from './rootly';
import { rubygems } from './rubygems';
import { runpod } from './runpod';
import { saladcloud } from './saladcloud';
import { salesforce } from './salesforce';
import { samsara } from './samsara';
import { scalingo } from './scalingo';
import { segment } from './segment';
import { sendgrid } from './sendgrid';
import { sentry } from './sentry';
import { settlemint } from './settlemint';
import { shippo } from './shippo';
import { shopify } from './shopify';
import { slack } from './slack';
import { sonar } from './sonar';
import { sourcegraph } from './sourcegraph';
import { square } from './square';
import { stability } from './stability';
import { stackhawk } from './stackhawk';
import { stripe } from './stripe';
import { supabase } from './supabase';
import { svix } from './svix';
import { tailscale } from './tailscale';
import { tavily } from './tavily';
import { teams } from './teams';
import { telegram } from './telegram';
import { together } from './together';
import { twilio } from './twilio';
import { twitter } from './twitter';
import { typeform } from './typeform';
import { ubidots } from './ubidots';
import { unkey } from './unkey';
import { upcloud } from './upcloud';
import { valtown } from './valtown';
import { vercel } from './vercel';
import { voiceflow } from './voiceflow';
import { voyage } from './voyage';
import { wakatime } from './wakatime';
import { wandb } from './wandb';
import { workos } from './workos';
import { xai } from './xai';
import { yandex } from './yandex';
import { zhipu } from './zhipu';
import { zoho } from './zoho';
import { zuplo } from './zuplo';

/** Every provider. To add one: its file, and its line here. */
export const detectors: readonly Detector[] = [
  openai,
  anthropic,
  google,
  gcp,
  groq,
  xai,
  openrouter,
  huggingface,
  github,
  aws,
  paystack,
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
  adafruit,
  adobe,
  age,
  aikido,
  airtable,
  alibaba,
  apify,
  atlassian,
  bannerbear,
  braintree,
  brave,
  brevo,
  browserbase,
  buildkite,
  calcom,
  canva,
  cartesia,
  circleci,
  clickhouse,
  clickup,
  clojars,
  cloudsmith,
  cockroachdb,
  contentful,
  cratesio,
  databento,
  datastax,
  defined,
  deno,
  dependencytrack,
  devin,
  dropbox,
  duffel,
  dynatrace,
  e2b,
  easypost,
  elastic,
  endor,
  facebook,
  figma,
  fleetbase,
  flexport,
  flutterwave,
  flyio,
  frameio,
  fullstory,
  gocardless,
  grafana,
  harness,
  hubspot,
  infisical,
  infracost,
  inngest,
  intra42,
  ionic,
  jfrog,
  launchdarkly,
  lichess,
  llamacloud,
  lob,
  mailchimp,
  mailersend,
  mapbox,
  maxmind,
  mem0,
  mercury,
  mergify,
  midtrans,
  minimax,
  miro,
  modal,
  mongodb,
  moonshot,
  neon,
  newrelic,
  nightfall,
  nuget,
  octopus,
  onesignal,
  openshift,
  packagist,
  paddle,
  pagarme,
  plaid,
  planetscale,
  polar,
  posthog,
  prefect,
  pulumi,
  pyx,
  ramp,
  readme,
  render,
  resend,
  rootly,
  rubygems,
  runpod,
  saladcloud,
  salesforce,
  samsara,
  scalingo,
  segment,
  settlemint,
  shippo,
  sonar,
  sourcegraph,
  stackhawk,
  tailscale,
  teams,
  twitter,
  typeform,
  ubidots,
  unkey,
  upcloud,
  valtown,
  voiceflow,
  wakatime,
  workos,
  yandex,
  zhipu,
  zoho,
  zuplo,
  arcjet,
  asana,
  helicone,
  pem,
  jwt,
  svix,
  database,
];
