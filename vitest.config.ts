import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules', '.next', 'e2e'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    passWithNoTests: false,
    // Vitest would leave one core to itself, which is half of a small machine.
    maxWorkers: availableParallelism(),
    // A limit for what hangs, not a measurement: tests run beside each other on machines that do other things, too.
    testTimeout: 30_000,
  },
});
