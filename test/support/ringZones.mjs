/**
 * The ring rule: what a folder may import. Used by ESLint, and by the test that breaks it on purpose.
 * schema <- domain <- application <- functions, bot ; tabs and bot/cards: schema and domain only ; local and test: anything.
 */
const sources = ['./shared', './functions', './bot', './tabs', './local', './test', './infra', './manifest'];

const zone = (target, may, message) =>
  sources.map((from) => ({
    target: `./${target}`,
    from,
    except: may
      .filter((path) => path === from || path.startsWith(`${from}/`))
      .map((path) => (path === from ? '.' : `.${path.slice(from.length)}`)),
    message,
  }));

const features = [
  'work',
  'assess',
  'review',
  'categorise',
  'prioritise',
  'plan',
  'support',
  'report',
  'academy',
  'administer',
];

export const ringZones = [
  ...zone('shared/schema', ['./shared/schema'], 'schema imports nothing but zod'),
  ...zone('shared/domain', ['./shared/schema', './shared/domain'], 'domain imports schema only'),
  ...zone(
    'shared/application',
    ['./shared/schema', './shared/domain', './shared/application'],
    'application imports schema and domain only',
  ),
  ...zone('bot', ['./shared', './bot'], 'bot imports shared only'),
  ...zone('bot/cards', ['./shared/schema', './shared/domain', './bot/cards'], 'cards import schema and domain only'),
  ...zone('tabs', ['./shared/schema', './shared/domain', './tabs'], 'tabs import schema and domain only'),
  ...zone('functions/http', ['./shared', './functions'], 'only functions/main.ts imports bot'),
  ...zone('functions/adapters', ['./shared', './functions'], 'only functions/main.ts imports bot'),
  ...zone('functions/queues', ['./shared', './functions'], 'only functions/main.ts imports bot'),
  ...zone('functions/timers', ['./shared', './functions'], 'only functions/main.ts imports bot'),
  ...zone('functions', ['./shared', './functions', './bot'], 'production code never imports local or test'),
  ...features.flatMap((feature) => [
    {
      target: `./tabs/features/${feature}`,
      from: './tabs/features',
      except: [`./${feature}`],
      message: 'a feature imports no other feature',
    },
  ]),
];
