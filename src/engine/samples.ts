import { kindsOf, type RandomText } from './detectors/detector';
import { openai } from './detectors/openai';

/** Something to try Keystow on. */
export interface Sample {
  readonly languageId: string;
  readonly text: string;
}

export const sampleIds = ['code', 'web', 'docker'] as const;
export type SampleId = (typeof sampleIds)[number];

/** A sample with a key that was made for it and was never valid: another one each time, so that none is known anywhere. */
export function sampleOf(id: SampleId, random: RandomText): Sample {
  const [kind] = kindsOf(openai);
  const key = kind?.example(random) ?? '';
  const samples: Readonly<Record<SampleId, Sample>> = {
    code: {
      languageId: 'javascript',
      text: `// A sample. Its key is made up. To move it, save this file in a folder that is open,
// put the cursor on the key and press Ctrl+. (Cmd+. on a Mac).
import OpenAI from "openai";

const client = new OpenAI({ apiKey: "${key}" });
`,
    },
    web: {
      languageId: 'html',
      text: `<!-- A sample. Its key is made up. Whoever opens the page can read it: no move would help. -->
<script>
  fetch("https://api.openai.com/v1/models", { headers: { Authorization: "Bearer ${key}" } });
</script>
`,
    },
    docker: {
      languageId: 'dockerfile',
      text: `# A sample. Its key is made up. What ENV sets stays in the image, whoever gets it.
FROM node:22
ENV OPENAI_API_KEY=${key}
CMD ["node", "server.js"]
`,
    },
  };
  return samples[id];
}
