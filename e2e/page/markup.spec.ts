import { HtmlValidate } from 'html-validate';
import { request } from '../request.ts';
import { expect, test } from '../site.ts';
import { addressOf, templates, titleOf } from '../templates.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // How pages are written by the firewall: void elements and attributes in one style of our own.
    'void-style': ['error', { style: 'omit' }],
    'doctype-style': ['error', { style: 'uppercase' }],
    'attribute-boolean-style': 'error',
    // The word beside the link says where it leads.
    'long-title': 'off',
  },
});

for (const each of templates) {
  test(`${titleOf(each)}: the markup is valid`, async () => {
    const { text } = await request(addressOf(each));
    const { results } = await validator.validateString(text);
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
    );
    expect(faults).toEqual([]);
  });
}
