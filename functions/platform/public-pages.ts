import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { calendarText } from '../booking/calendar-text'
import { publicFeed } from '../canteen/public-feed'
import type { Cloud } from '../cloud'
import { isUuid } from '../remember'
import { publicGtfs } from '../shuttle/public-gtfs'

const token = /^[A-Za-z0-9_-]{6,22}$/

/** Addresses that are printed or linked: door codes, sign-in codes, pictures. */
export function publicPages(app: Hono, cloud: Cloud): void {
  app.get('/r/:token', (c) => {
    const asked = c.req.param('token')
    if (!token.test(asked)) return c.text('这个房间码不完整，请重新扫描门上的二维码。', 404)
    return c.redirect(`/#/features/booking/door?token=${asked}`)
  })
  app.get('/s/:code', (c) => {
    const asked = c.req.param('code')
    if (!token.test(asked)) return c.text('这个登录码不完整，请刷新电脑页面后重新扫描。', 404)
    return c.redirect(`/#/features/people/confirm-sign-in?code=${asked}`)
  })
  app.get('/ical/:file', async (c) => {
    const file = c.req.param('file')
    const text = file.endsWith('.ics') ? await calendarText(cloud, file.slice(0, -4)) : undefined
    if (text === undefined) return c.text('这个日历地址已失效，请在「我的」里重新生成。', 404)
    return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' })
  })
  app.get('/openmensa/:file', async (c) => {
    const file = c.req.param('file')
    const canteenId = file.endsWith('.xml') ? file.slice(0, -4) : ''
    const xml = isUuid(canteenId) ? await publicFeed(cloud, canteenId.toLowerCase()) : undefined
    if (xml === undefined) return c.text('没有这份公开菜单：地址不对，或食堂没有公开菜单。', 404)
    const etag = `"${createHash('sha256').update(xml).digest('base64url').slice(0, 22)}"`
    const headers = { etag, 'cache-control': 'public, max-age=300' }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    return c.body(xml, 200, { ...headers, 'content-type': 'application/xml; charset=utf-8' })
  })
  app.get('/gtfs/:file', async (c) => {
    const file = c.req.param('file')
    const feed = file.endsWith('.zip') ? await publicGtfs(cloud, file.slice(0, -4)) : undefined
    if (!feed) return c.text('没有这份公开时刻表：地址不对，或单位没有公开班车时刻表。', 404)
    const { etag, publishedAt } = feed
    const headers = { etag, 'last-modified': publishedAt.toUTCString(), 'cache-control': 'public, max-age=300' }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    return c.body(new Uint8Array(await feed.zip()), 200, { ...headers, 'content-type': 'application/zip' })
  })
  app.get('/photo/:id', async (c) => {
    if (!isUuid(c.req.param('id'))) return c.text('没有这张照片。', 404)
    const { rows } = await cloud.pool.query<{ webp: Buffer }>({
      name: 'photo',
      text: 'SELECT webp FROM room_photo WHERE photo_id = $1',
      values: [c.req.param('id')],
    })
    const webp = rows[0]?.webp
    if (!webp) return c.text('没有这张照片。', 404)
    return c.body(new Uint8Array(webp), 200, {
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
    })
  })
}
