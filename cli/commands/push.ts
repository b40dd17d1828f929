import { setTimeout as wait } from 'node:timers/promises';
import { openNewsroom } from '../../db/newsroom/open.ts';
import { push } from '../../publish/push.ts';
import { baidu, indexNow, type PushService, webSub } from '../../publish/push-services.ts';
import type { Config } from '../../server/config.ts';
import { type Command, note, print, printJson, readArguments } from '../command.ts';

const watchEvery = 2_000;

export const pushCommand: Command = {
  summary: 'tell search engines and hubs of what was published',
  help: `usage: npm run dateline -- push [--watch] [--json]

Tells the services that are configured (INDEXNOW_KEY, BAIDU_TOKEN, WEBSUB_HUB) of pages and feeds that changed since they
were last told. One that cannot be reached is told later, less and less often, up to every six hours. --watch goes on until
it is stopped; "npm start" runs it so when a service is configured. Publishing never waits for it.`,
  async run(args, config) {
    const { values } = readArguments(args, {
      watch: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const services = servicesOf(config);
    if (services.length === 0) {
      note('no service is configured: set INDEXNOW_KEY, BAIDU_TOKEN or WEBSUB_HUB');
      return 0;
    }
    const newsroom = openNewsroom(config.newsroomDatabaseUrl);
    try {
      for (;;) {
        let failed = false;
        for (const service of services) {
          const result = await push(newsroom, service, config.publicUrl, new Date());
          failed ||= result.fault !== null;
          if (values.json && (!values.watch || result.sent + result.failed > 0)) printJson(result);
          else if (result.sent > 0) print(`${result.service}: told of ${result.sent}`);
          if (result.fault) note(`${result.service}: ${result.failed} wait for another attempt: ${result.fault}`);
        }
        if (!values.watch) return failed ? 1 : 0;
        await wait(watchEvery);
      }
    } finally {
      newsroom.close();
    }
  },
};

const servicesOf = ({ discovery, publicUrl }: Config): PushService[] => [
  ...(discovery.indexNow ? [indexNow(discovery.indexNow, publicUrl)] : []),
  ...(discovery.baidu ? [baidu(discovery.baidu, publicUrl)] : []),
  ...(discovery.webSubHub ? [webSub(discovery.webSubHub)] : []),
];
