import type { Page } from 'playwright-core'

/** Adds an item of a kind at the end and writes its title. */
export async function addItem(page: Page, kind: string, title: string): Promise<void> {
  await page.getByRole('button', { name: '加一题' }).last().click()
  await page.getByRole('menuitem', { name: kind }).click()
  await page.getByRole('textbox', { name: '题目', exact: true }).fill(title)
}

/** Begins a draft from a template whose name begins so; gives its id when the editor stands there. */
export async function beginSurvey(page: Page, template: RegExp): Promise<string> {
  await page.goto('/console/#/survey/list')
  await page.getByRole('button', { name: '新建问卷' }).first().click()
  await page.getByRole('dialog', { name: '新建问卷' }).getByRole('button', { name: template }).click()
  await page.getByRole('complementary', { name: '手机预览' }).waitFor()
  return new URLSearchParams(page.url().split('?')[1]).get('id') ?? ''
}

/** Opens the editor on a survey. */
export async function openDraft(page: Page, surveyId: string): Promise<void> {
  await page.goto(`/console/#/survey/edit?id=${surveyId}`)
  await page.getByRole('complementary', { name: '手机预览' }).waitFor()
}

/** Saves, and waits until it is. */
export async function saveDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('status').getByText('已保存').waitFor()
}
