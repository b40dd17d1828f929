import { expect, test } from 'vitest';
import { isCollective } from './byline.ts';

test('a desk, an agency and a paper are not persons', () => {
  for (const name of ['新华社', '岸报编辑部', '數據組', 'News desk', 'Harbour Times', '市气象台'])
    expect(isCollective(name), name).toBe(true);
  for (const name of ['林知远', 'Helen Marsh', '阿依古丽·买买提', '欧阳修', 'Deskin Cole'])
    expect(isCollective(name), name).toBe(false);
});
