import type { Language } from './language';

/** Configuration of Terraform and OpenTofu, and the files that give its variables values. */
export const terraform = {
  id: 'terraform',
  title: 'Terraform',
  languageIds: ['terraform', 'terraform-vars', 'opentofu', 'opentofu-vars'],
  extensions: ['.tf', '.tofu', '.tfvars'],
  sample: { text: 'locals {\n  api_key = "keystow"\n}\n' },
  rewriting: {
    grammar: 'hcl',
    oneStyle: true,
    load: async () => (await import('./terraformRewriter')).terraformRewriter,
  },
} as const satisfies Language;
