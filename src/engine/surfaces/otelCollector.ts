import { envColon, exported } from './moves';
import type { Surface } from './surface';

const variable = exported('The collector', envColon);

export const otelCollector: readonly Surface[] = [
  {
    id: 'otel-collector',
    tool: 'OpenTelemetry Collector',
    file: 'otel-collector-config.yaml',
    files: /(?:^|\/)otel[\w.-]*\.ya?ml$/,
    isOne: (text) => /^exporters:/m.test(text) && /^service:/m.test(text),
    format: 'yaml',
    secrets: [
      { at: ['/exporters/*/headers/*'], named: 'header', move: variable },
      {
        at: ['/exporters/**', '/extensions/**', '/receivers/**'],
        named: 'setting',
        move: variable,
      },
    ],
    source: {
      url: 'https://github.com/open-telemetry/opentelemetry-collector/blob/main/docs/rfcs/env-vars.md',
      read: '2026-11-29',
    },
  },
];
