import { View } from '@tarojs/components'
import { mostPhotos } from '../../../contract/repair'
import type { PhotoPolicy } from '../../../contract/repair-places'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { PhotoPicker } from '../../ui/photo-picker'
import type { Category } from './categories'
import type { ReportForm } from './use-report-form'
import './report-details.scss'

interface ReportDetailsProps {
  form: ReportForm
  /** What it asks, once it is chosen. */
  category: Category | undefined
  photoPolicy: PhotoPolicy
  onChange: (patch: Partial<ReportForm>) => void
  /** `isDrawn`: what was tapped has to be shown; what is written in a field shows itself. */
  onAnswer: (question: string, answer: string, isDrawn: boolean) => void
  onWords: (words: string) => void
  onSolve: () => Promise<unknown>
}

const policySentences: Record<Exclude<PhotoPolicy, 'allowed'>, string> = {
  textOnly: '这个地方不便拍照，请用文字说明；需要时由维修师傅拍。',
  forbidden: '这里是保密场所，不能拍照，请用文字说明。',
}

const wordsHints = {
  repair: '例如 靠窗第二盏灯一直闪（可不填）',
  cleaning: '例如 三楼电梯口有水渍（可不填）',
  hazard: '例如 消防通道堆了纸箱（可不填）',
  praise: '请写下您想表扬的人和事',
} as const

/** What one can try oneself: one tap says that it was enough; going on below is always possible. */
function SelfHelp({ text, onSolve }: { text: string; onSolve: () => Promise<unknown> }) {
  return (
    <View className='self-help'>
      <View className='self-help-title'>先试一试，也许马上就好</View>
      <View className='self-help-text'>{text}</View>
      <Button kind='plain' onTap={onSolve}>
        一键已解决，不用报了
      </Button>
    </View>
  )
}

/** What the category asks, in words and photos. */
export function ReportDetails({ form, category, photoPolicy, onSolve, ...more }: ReportDetailsProps) {
  const { onChange, onAnswer, onWords } = more
  return (
    <Card>
      <View>{category?.selfHelp ? <SelfHelp text={category.selfHelp} onSolve={onSolve} /> : null}</View>
      <View>
        {(category?.questions ?? []).map(({ question, choices = [] }) => (
          <View key={question} className='report-question'>
            {choices.length > 0 ? (
              <View>
                <View className='report-label'>{question}</View>
                <Chips
                  label={question}
                  choices={choices.map((choice) => ({ value: choice, label: choice }))}
                  chosen={[form.answers[question] ?? '']}
                  onTap={(choice) => onAnswer(question, form.answers[question] === choice ? '' : choice, true)}
                />
              </View>
            ) : (
              <Field
                label={question}
                maxLength={60}
                defaultValue={form.answers[question] ?? ''}
                placeholder='可不填'
                onText={(text) => onAnswer(question, text, false)}
              />
            )}
          </View>
        ))}
      </View>
      <Field
        label={form.kind === 'praise' ? '表扬的话' : '补充几句'}
        isLong
        maxLength={500}
        defaultValue={form.words}
        placeholder={wordsHints[form.kind]}
        onText={onWords}
      />
      <View className='report-label'>照片</View>
      {photoPolicy === 'allowed' ? (
        <PhotoPicker addresses={form.photos} onChange={(photos) => onChange({ photos })} most={mostPhotos} />
      ) : (
        <View className='report-policy'>{policySentences[photoPolicy]}</View>
      )}
    </Card>
  )
}
