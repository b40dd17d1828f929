import type { Command } from './command.ts';

/**
 * Every command by its name, in the order `dateline --help` lists them. Each is loaded when it is called: an editor who
 * withdraws an article should not wait for the importers.
 */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  publish: async () => (await import('./commands/publish.ts')).publishCommand,
  withdraw: async () => (await import('./commands/withdraw.ts')).withdrawCommand,
  edit: async () => (await import('./commands/edit.ts')).editCommand,
  move: async () => (await import('./commands/move.ts')).moveCommand,
  retag: async () => (await import('./commands/retag.ts')).retagCommand,
  front: async () => (await import('./commands/front.ts')).frontCommand,
  settings: async () => (await import('./commands/settings.ts')).settingsCommand,
  show: async () => (await import('./commands/show.ts')).showCommand,
  poll: async () => (await import('./commands/poll.ts')).pollCommand,
  push: async () => (await import('./commands/push.ts')).pushCommand,
  hosts: async () => (await import('./commands/hosts.ts')).hostsCommand,
  quarantine: async () => (await import('./commands/quarantine.ts')).quarantineCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  reindex: async () => (await import('./commands/reindex.ts')).reindexCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  watch: async () => (await import('./commands/watch.ts')).watchCommand,
  mirrors: async () => (await import('./commands/mirrors.ts')).mirrorsCommand,
  prepare: async () => (await import('./commands/prepare.ts')).prepareCommand,
};
