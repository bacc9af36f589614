import type { Finding } from '../model/finding';

/** One habit. With `breaks` an audit answers it, by the findings that speak against it; without, a person does. */
export interface Question {
  readonly text: string;
  readonly breaks?: (finding: Finding) => boolean;
  /** What answers it is off by default: that nothing was found says nothing. */
  readonly ifAsked?: true;
}

export interface Chapter {
  readonly title: string;
  readonly questions: readonly Question[];
}

const isRule =
  (...ids: readonly string[]) =>
  ({ rule }: Finding): boolean =>
    ids.includes(rule);

const isKeyAt =
  (...places: readonly Finding['place'][]) =>
  ({ category, place }: Finding): boolean =>
    category === 'key' && places.includes(place);

const isKeyIn =
  (files: RegExp) =>
  ({ category, file }: Finding): boolean =>
    category === 'key' && files.test(file);

/** What pipelines and platforms read: workflows, their own settings, infrastructure as code. */
const deployment =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/|\.gitlab-ci\.ya?ml$|\.circleci\/|azure-pipelines\.ya?ml$|bitbucket-pipelines\.ya?ml$|\.travis\.ya?ml$|Jenkinsfile|(?:vercel|now|app|firebase)\.json$|(?:netlify|fly|wrangler)\.toml$|Procfile$|render\.ya?ml$|serverless\.ya?ml$|(?:k8s|kubernetes|helm|charts|deploy|manifests)\/|(?:docker-)?compose[\w.-]*\.ya?ml$)|\.(?:tf|tfvars|bicep)$/;

/** Where agents and their tools keep settings. */
const agents =
  /(?:^|\/)(?:\.?mcp\.json$|\.(?:claude|cursor|codex|gemini|continue|windsurf|roo|cline)\/|\.aider\.conf\.ya?ml$|claude_desktop_config\.json$|opencode\.jsonc?$)/;

/** What is wrong with an env file itself, and not with who gets it. */
const isEnvContent = ({ rule }: Finding): boolean =>
  rule.startsWith('env-') &&
  !/^env-(?:not-ignored|tracked|not-loaded|name-missing|readable|value-shown)$/.test(rule);

/** The habits of a team that is careful with keys; ten chapters, from the first line of code to the whole team. */
export const chapters: readonly Chapter[] = [
  {
    title: 'Code',
    questions: [
      {
        text: 'No key stands in code or text',
        breaks: (finding) => isKeyAt('code', 'config', 'text')(finding) || isRule('config-secret')(finding),
      },
      { text: 'No code prints or logs a key', breaks: isRule('env-value-shown') },
      { text: 'Nobody sends keys through chats, tickets or mail' },
    ],
  },
  {
    title: 'Environment variables',
    questions: [
      { text: 'Git ignores every env file that has values', breaks: isRule('env-not-ignored') },
      {
        text: 'Git tracks no env file',
        breaks: (finding) => isRule('env-tracked')(finding) || isKeyAt('env')(finding),
      },
      { text: 'Env templates have names and no values', breaks: isKeyAt('template') },
      { text: 'What code reads from an env file is loaded', breaks: isRule('env-not-loaded') },
      { text: 'Every reader takes the lines of an env file alike', breaks: isEnvContent },
      {
        text: 'Env templates name every variable that code needs',
        breaks: isRule('env-name-missing'),
        ifAsked: true,
      },
      {
        text: 'On machines that several people use, only its owner can read an env file',
        breaks: isRule('env-readable'),
        ifAsked: true,
      },
    ],
  },
  {
    title: 'Front ends',
    questions: [
      {
        text: 'No key reaches the browser',
        breaks: (finding) =>
          isKeyAt('browser')(finding) || isRule('client-key', 'public-prefix-secret')(finding),
      },
      { text: 'A server of your own makes the calls that need a key, and limits who may ask for them' },
    ],
  },
  {
    title: 'Provider accounts',
    questions: [
      {
        text: 'No key that administers an account is in the project',
        breaks: ({ rule }) => /-(?:admin|management)-/.test(rule),
      },
      { text: 'The project has keys of its own, and a spend limit is set where the provider has one' },
    ],
  },
  {
    title: 'Checks',
    questions: [
      { text: 'A hook looks at every commit, and CI at every pull request' },
      { text: 'The server scans what is pushed, and refuses a push with a key in it' },
    ],
  },
  {
    title: 'Deployment',
    questions: [
      { text: 'No key stands in files of pipelines and platforms', breaks: isKeyIn(deployment) },
      { text: 'No package and no upload takes an env file along', breaks: isRule('package-takes-env') },
      { text: "Each platform takes its keys from its own secret store, or from the team's" },
    ],
  },
  {
    title: 'Rotation and rights',
    questions: [
      { text: 'Each key has an owner, and a day on which it is replaced' },
      { text: 'Each key may do what its program needs, and nothing more' },
    ],
  },
  {
    title: 'Leaks',
    questions: [
      { text: 'Every key that was ever pushed is revoked, and what it was used for was looked at' },
      { text: 'The history was searched too, not only the files as they are' },
    ],
  },
  {
    title: 'Docker',
    questions: [
      {
        text: 'No image gets a secret by ENV or ARG',
        breaks: (finding) => isRule('dockerfile-env-key')(finding) || isKeyAt('image')(finding),
      },
      {
        text: 'Where an image copies the whole folder, .dockerignore names the env files',
        breaks: isRule('dockerignore-missing-env'),
      },
    ],
  },
  {
    title: 'Team',
    questions: [
      { text: 'No key stands in the settings of agents and their tools', breaks: isKeyIn(agents) },
      { text: 'Each finding that was accepted has a reason that still holds' },
      { text: 'Env templates and .keystow.json have an owner who sees each change' },
    ],
  },
];

/** The chapter whose habits a finding speaks against; undefined where it is none of them. */
export const chapterOf = (finding: Finding): Chapter | undefined =>
  chapters.find(({ questions }) => questions.some(({ breaks }) => breaks?.(finding)));
