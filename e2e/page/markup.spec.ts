import { HtmlValidate } from 'html-validate';
import { request } from '../request.ts';
import { expect, test } from '../site.ts';
import { addressOf, templates } from '../templates.ts';

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

for (const { name, pages } of templates) {
  test(`${name}: the markup is valid in every edition`, async () => {
    for (const each of pages) {
      const { text } = await request(addressOf(each));
      const { results } = await validator.validateString(text);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
      );
      expect(faults, each.language).toEqual([]);
    }
  });
}
