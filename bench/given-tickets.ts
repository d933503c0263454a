import type { Client } from 'pg'
import { hashOf, newSecret } from '../functions/secrets'

const people = 2000
const technicians = 60

/**
 * An institution of 20 buildings, 1,000 places, 3,000 assets and 2,000 people, with a tree of 60 categories; the desk
 * assigns. Buildings, places, categories and people have ids that others can compute, `md5('place 1')`.
 */
export async function givenInstitution(client: Client, org = 1): Promise<void> {
  const limits = {
    normal: { response: { clock: 'service', minutes: 60 }, resolve: { clock: 'wall', minutes: 2880 } },
    urgent: { response: { clock: 'wall', minutes: 30 }, resolve: { clock: 'wall', minutes: 480 } },
  }
  await client.query(`
    INSERT INTO org VALUES (${org}, 'bench-${org}', '测试单位');
    UPDATE repair_setting SET dispatch = 'desk' WHERE org_id = ${org};
    INSERT INTO site VALUES (${org}, gen_random_uuid(), '本部');
    INSERT INTO building SELECT ${org}, md5('building ' || n)::uuid, site_id, n || '号楼' FROM site, generate_series(1, 20) n WHERE org_id = ${org};
    INSERT INTO department SELECT ${org}, d, NULL, '院办', ARRAY['院办'], ARRAY[d] FROM (SELECT gen_random_uuid() AS d) new;
    INSERT INTO person (org_id, person_id, staff_number, name, pinyin, initials, department_id, phone, duties)
      SELECT ${org}, md5('person ' || n)::uuid, n::text, substr('王李张刘陈杨黄赵周吴', 1 + n % 10, 1) || substr('伟芳娜敏静强磊军洋勇', 1 + n / 10 % 10, 1) || n,
        (ARRAY['wang','li','zhang','liu','chen','yang','huang','zhao','zhou','wu'])[1 + n % 10] ||
        (ARRAY['wei','fang','na','min','jing','qiang','lei','jun','yang','yong'])[1 + n / 10 % 10] || n,
        substr('wlzlcyhzzw', 1 + n % 10, 1) || substr('wfnmjqljyy', 1 + n / 10 % 10, 1) || n,
        department_id, '138' || lpad(n::text, 8, '0'),
        CASE WHEN n = 0 THEN ARRAY['dispatcher'] WHEN n <= ${technicians} THEN ARRAY['technician'] ELSE '{}' END
      FROM department, generate_series(0, ${people - 1}) n WHERE org_id = ${org};
    INSERT INTO place (org_id, place_id, building_id, floor, floor_level, name, pinyin, initials)
      SELECT ${org}, md5('place ' || b * 50 + n + 1)::uuid, md5('building ' || b + 1)::uuid, 1 + n / 10 || '层', 1 + n / 10,
        '办公室' || 101 + n / 10 * 100 + n % 10, 'bangongshi' || 101 + n / 10 * 100 + n % 10, 'bgs' || 101 + n / 10 * 100 + n % 10
      FROM generate_series(0, 19) b, generate_series(0, 49) n;
    INSERT INTO asset (org_id, asset_id, place_id, name, asset_number)
      SELECT ${org}, gen_random_uuid(), place_id, (ARRAY['空调','打印机','投影仪'])[1 + n], 'ZC' || row_number() OVER ()
      FROM place, generate_series(0, 2) n WHERE org_id = ${org};
    INSERT INTO category (org_id, category_id, kind, name, sort_order)
      SELECT ${org}, gen_random_uuid(), CASE WHEN n < 8 THEN 'repair' WHEN n < 10 THEN 'cleaning' WHEN n = 10 THEN 'hazard' ELSE 'praise' END,
        (ARRAY['空调','照明','给排水','门窗','电梯','网络','家具','供电','公共区域','室内','消防','人员'])[1 + n], n
      FROM generate_series(0, 11) n`)
  await client.query(
    `INSERT INTO category (org_id, category_id, parent_id, kind, name, sort_order, limits)
     SELECT ${org}, md5('category ' || row_number() OVER ())::uuid, category_id, kind, (ARRAY['不工作','漏水','异响','损坏','其他'])[1 + n], n, $1
     FROM category, generate_series(0, 4) n WHERE org_id = ${org}`,
    [JSON.stringify(limits)],
  )
  await client.query('ANALYZE building, place, asset, person, category')
}

/** Statuses of a hundred tickets: as they are after two years of work, or all of them still open. */
export const mixes = {
  usual: { new: 1, assigned: 1, accepted: 1, working: 1, hung: 1, done: 3, confirmed: 86, refused: 3, cancelled: 3 },
  allOpen: { new: 20, assigned: 20, accepted: 20, working: 20, hung: 20 },
}

/** What is made of the tickets of an institution. */
interface Made {
  org?: number
  tickets: number
  mix: Partial<Record<keyof (typeof mixes)['usual'], number>>
  /** Epoch ms. */
  now: number
}

/** So many tickets over two years; those still open were reported in the last month, every fourth of them is overdue. */
export async function givenTickets(client: Client, { org = 1, tickets, mix, now }: Made): Promise<void> {
  const statuses = Object.entries(mix).flatMap(([status, share]) => Array<string>(share).fill(status))
  await client.query(
    `INSERT INTO ticket (org_id, ticket_id, number, kind, category_id, place_id, building_id, asset_id, urgency, words,
       phone, channel, requester_id, reported_by_id, status, closed_kind, assignee_id, accountable_id, doer_id, created_at,
       started_at, responded_at, resolved_at, response_due_at, resolve_due_at, due_at, visit_due_at, visit_state)
     SELECT $4, gen_random_uuid(), lpad(upper(to_hex(n)), 6, 'X'), c.kind, c.category_id, p.place_id, p.building_id,
       a.asset_id, CASE WHEN n % 19 = 0 THEN 'urgent' ELSE 'normal' END,
       (ARRAY['靠窗那台','走廊尽头的','进门右手边','会议桌上方的','东侧','二楼转角的'])[1 + n % 6] || c.name ||
         (ARRAY['从早上开始就这样','时好时坏','昨天修过又坏了','声音很大影响办公','请尽快来看','下午有人在'])[1 + n / 6 % 6] ||
         '，' || n % 997,
       '1380000' || lpad((n % 10000)::text, 4, '0'), 'app', r.person_id, r.person_id, s.status,
       CASE WHEN is_done THEN 'fixed' END, CASE WHEN is_taken THEN w.person_id END,
       CASE WHEN is_taken THEN w.person_id END, CASE WHEN is_done THEN w.person_id END, at, at, at + interval '30 min',
       CASE WHEN is_done THEN at + interval '1 day' END, at + interval '1 hour', at + interval '2 days',
       CASE WHEN s.status = 'done' THEN visit_at WHEN s.status = 'hung' OR NOT is_open THEN '2100-01-01Z'
         WHEN n % 4 = 0 THEN $2 - n * interval '100 ms' ELSE $2 + n * interval '1 s' END,
       CASE WHEN is_done THEN visit_at END,
       CASE s.status WHEN 'done' THEN 'due' WHEN 'confirmed' THEN 'satisfied' END
     FROM generate_series(1, $3::integer) n
     CROSS JOIN LATERAL (SELECT ($1::text[])[1 + (hashint4(n) & 1073741823) % 100] AS status) s
     CROSS JOIN LATERAL (SELECT s.status IN ('new', 'assigned', 'accepted', 'working', 'hung') AS is_open,
       s.status IN ('done', 'confirmed') AS is_done, s.status NOT IN ('new', 'refused', 'cancelled') AS is_taken,
       date_trunc('second', $2::timestamptz) + (n % 400 - 100) * interval '10 min' AS visit_at) f
     CROSS JOIN LATERAL (SELECT date_trunc('second', $2 - n % 10007 / 10007.0 *
       CASE WHEN is_open OR s.status = 'done' THEN interval '30 days' ELSE interval '730 days' END) AS at) t
     JOIN (SELECT *, row_number() OVER (ORDER BY category_id) i FROM category WHERE org_id = $4 AND parent_id IS NOT NULL) c
       ON c.i = 1 + n % 60
     JOIN (SELECT *, row_number() OVER (ORDER BY place_id) i FROM place WHERE org_id = $4) p ON p.i = 1 + n % 1000
     LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY place_id ORDER BY asset_id) i FROM asset WHERE org_id = $4) a
       ON a.place_id = p.place_id AND a.i = 1 + n % 6
     JOIN (SELECT *, row_number() OVER (ORDER BY staff_number) i FROM person WHERE org_id = $4) r
       ON r.i = 1 + n * 7 % ${people}
     JOIN (SELECT *, row_number() OVER (ORDER BY staff_number) i FROM person
       WHERE org_id = $4 AND 'technician' = ANY (duties)) w ON w.i = 1 + n * 13 % ${technicians}`,
    [statuses, new Date(Math.floor(now / 1000) * 1000), tickets, org],
  )
  await client.query('VACUUM ANALYZE ticket')
}

/** Tokens of so many people of the institution; the first of them sits at the desk. */
export async function givenTokens(
  client: Client,
  most: number,
  org = 1,
): Promise<{ token: string; personId: string }[]> {
  const { rows } = await client.query<{ person_id: string }>(
    'SELECT person_id FROM person WHERE org_id = $2 ORDER BY staff_number::int LIMIT $1',
    [most, org],
  )
  return Promise.all(
    rows.map(async ({ person_id }) => {
      const token = `${org}.${newSecret()}`
      await client.query(`INSERT INTO session VALUES ($3, $1, $2, 'h5', now(), now(), now() + interval '1 day')`, [
        hashOf(token),
        person_id,
        org,
      ])
      return { token, personId: person_id }
    }),
  )
}
