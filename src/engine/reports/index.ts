import { github } from './github';
import { gitlab } from './gitlab';
import { html } from './html';
import { json } from './json';
import { markdown } from './markdown';
import type { ReportFormat } from './report';
import { sarif } from './sarif';
import { text } from './text';

/** Every report format. To add one: its file, and its line here. */
export const formats: readonly ReportFormat[] = [text, json, sarif, markdown, html, github, gitlab];
