import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Upload } from 'antd'
import { useEffect, useState } from 'react'
import { mostPhotos } from '../../contract/repair'
import { pictureTrouble, pictureTypes } from './add-photos'
import { addPhotoSentences } from './sentences'

/** Pictures that wait for their ticket; those that cannot be sent are not kept, and it is said why. */
interface WaitingPhotos {
  photos: readonly File[]
  trouble?: string
  add: (files: readonly File[]) => void
  remove: (photo: File) => void
}

/** Keeps the pictures of a ticket that is still being written. */
export function useWaitingPhotos(): WaitingPhotos {
  const [photos, setPhotos] = useState<readonly File[]>([])
  const [trouble, setTrouble] = useState<string>()
  return {
    photos,
    trouble,
    add(files) {
      const good = [...photos, ...files.filter((file) => !pictureTrouble(file))]
      setTrouble(
        files.map(pictureTrouble).find(Boolean) ??
          (good.length > mostPhotos ? addPhotoSentences.TOO_MANY_PHOTOS : undefined),
      )
      setPhotos(good.slice(0, mostPhotos))
    },
    remove: (photo) => setPhotos(photos.filter((each) => each !== photo)),
  }
}

interface Props {
  waiting: WaitingPhotos
  /** What the place says of taking pictures. */
  isAllowed: boolean
}

/** Pictures that go along with a ticket once it is saved: chosen here, or pasted anywhere in the form. */
export function PhotosToSend({ waiting: { photos, trouble, add, remove }, isAllowed }: Props) {
  if (!isAllowed) return <p className='remark-guess'>这个地点规定不收照片，请用文字说明。</p>
  return (
    <Form.Item
      label='照片（选填）'
      help={trouble && <span className='remark-error'>{trouble}</span>}
      extra={`最多 ${mostPhotos} 张，每张不超过 5 MB；截图可以直接粘贴`}
    >
      <div className='photos'>
        {photos.map((photo) => (
          <Chosen key={`${photo.name} ${photo.size} ${photo.lastModified}`} photo={photo} onRemove={remove} />
        ))}
        {photos.length < mostPhotos && (
          <Upload
            accept={pictureTypes}
            multiple
            showUploadList={false}
            beforeUpload={(file, chosen) => {
              // called once for each of them
              if (file === chosen[0]) add(chosen)
              return false
            }}
          >
            <Button icon={<PlusOutlined />}>选择照片</Button>
          </Upload>
        )}
      </div>
    </Form.Item>
  )
}

function Chosen({ photo, onRemove }: { photo: File; onRemove: (photo: File) => void }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(photo)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return (
    <figure>
      <img src={address} alt={photo.name} width={96} height={96} />
      <Button
        size='small'
        type='text'
        icon={<DeleteOutlined />}
        aria-label={`不要照片${photo.name}`}
        onClick={() => onRemove(photo)}
      >
        移除
      </Button>
    </figure>
  )
}
