/** Stands in every complete export, for whoever finds one. */
export const readMe = `# A newsroom, exported from Dateline

Everything it owns, in files a person can read:

- \`newsroom.json\`: name, editions, sections and front page of the paper.
- \`articles/<year>/<month>/<slug>-<id>/\`: one folder for each article, by the time of its publication (UTC).
  - \`article.md\`: the article to read, or to take to another system. Made from the others; an import ignores it.
  - \`article.json\`: its addresses, publications and signatures, where it was imported from, what was taken out.
  - \`revision-1.json\` and on: every state it was saved in. Drafts, corrections and withdrawals are such states.
  - \`record-1.json\` and on: what was published and signed, byte for byte.
- \`authors.jsonl\`, \`sources.jsonl\`, \`tags.jsonl\`: one to a line.
- \`pictures/\` with \`pictures.jsonl\`: every picture in its largest form.
- \`hosts.jsonl\`: hosts its articles link to, and which of them an editor approved.
- \`feeds.jsonl\`: feeds the newsroom follows.
- \`keys.jsonl\`: the public halves of the keys it signed with. The private one is not in here.

\`npm run dateline -- import <this folder>\` makes the same newsroom of it, where there is none yet.
`;
