import type { Command } from './command.ts';
import { editCommand } from './commands/edit.ts';
import { frontCommand } from './commands/front.ts';
import { importCommand } from './commands/import.ts';
import { moveCommand } from './commands/move.ts';
import { prepareCommand } from './commands/prepare.ts';
import { publishCommand } from './commands/publish.ts';
import { quarantineCommand } from './commands/quarantine.ts';
import { retagCommand } from './commands/retag.ts';
import { settingsCommand } from './commands/settings.ts';
import { showCommand } from './commands/show.ts';
import { withdrawCommand } from './commands/withdraw.ts';

/** Every command by its name, in the order `dateline --help` lists them. */
export const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  publish: publishCommand,
  withdraw: withdrawCommand,
  edit: editCommand,
  move: moveCommand,
  retag: retagCommand,
  front: frontCommand,
  settings: settingsCommand,
  show: showCommand,
  quarantine: quarantineCommand,
  prepare: prepareCommand,
};
