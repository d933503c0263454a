interface NamedFile {
  fileName: string
  /** Base64. */
  content: string
}

const types: Record<string, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  webp: 'image/webp',
}

/** The bytes of a chosen file in base64, without the data-URL prefix. Rejects when the browser cannot read it. */
export function readAsBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

/** An address of the file's bytes inside this page; it lives until the page is closed or `URL.revokeObjectURL`. */
export function addressOfFile({ fileName, content }: NamedFile): string {
  const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0))
  const type = types[fileName.split('.').pop() ?? ''] ?? 'application/octet-stream'
  return URL.createObjectURL(new Blob([bytes], { type }))
}

/** Hands a file from the cloud to the browser's downloads. */
export function download(file: NamedFile): void {
  const link = document.createElement('a')
  link.href = addressOfFile(file)
  link.download = file.fileName
  link.click()
  // The download has begun by then; revoking at once would cancel it in some browsers.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
