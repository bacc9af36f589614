import { json } from './json';
import type { ReportFormat } from './report';
import { text } from './text';

/** Every report format. To add one: its file, and its line here. */
export const formats: readonly ReportFormat[] = [text, json];
