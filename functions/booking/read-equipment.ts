import { type Equipment, equipmentWords } from '../../contract/booking'
import { plainText, saysNothing } from '../documents/plain-text'

const kinds: Record<Equipment, RegExp> = {
  projector: /投影|幕布|projector/i,
  television: /电视(?!会议)|显示屏|显示器|大屏|led屏|拼接屏|液晶屏|触摸屏|触控屏|会议平板|触控一体机|触摸一体机|tv/i,
  whiteboard: /白板|书写板|whiteboard/i,
  videoConference: /视频会议|电视会议|视讯|远程会议|视频终端|video ?conference/i,
  sound: /音响|音箱|扩音|扩声|功放|调音台|音柱|喇叭|音视频/i,
  microphone: /麦克风|话筒|无线麦|鹅颈麦|手持麦|会议麦|^麦$|microphone/i,
  interpretation: /同传|同声传译|翻译系统|interpretation/i,
  computer: /电脑|计算机|笔记本|台式机|主机|\bpc\b|computer/i,
}

/** Equipment out of a cell such as 投影、白板; words that mean none of ours are given back as they stand. */
export function readEquipment(cell: string): { equipment: Equipment[]; others: string[] } {
  const found = new Set<Equipment>()
  const others: string[] = []
  for (const piece of plainText(cell).split(
    /[、,，;；/|+＋&。\n]|\s+|(?<=\p{Script=Han})[和及与](?=\p{Script=Han})/u,
  )) {
    if (saysNothing(piece) || /^(无|没有|不带|未配)/.test(piece)) continue
    const named = equipmentWords.filter((word) => kinds[word].test(piece))
    for (const word of named) found.add(word)
    if (named.length === 0) others.push(piece)
  }
  return { equipment: equipmentWords.filter((word) => found.has(word)), others }
}
