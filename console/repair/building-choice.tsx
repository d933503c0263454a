import { Select } from 'antd'
import { listPlaces } from '../../contract/booking-rooms'
import { useAsk } from '../ui/use-ask'
import { noRefusals } from './sentences'

/** Sites with their buildings, as the options of a choice. */
export function useBuildings() {
  const { value, isLoading } = useAsk(listPlaces, {}, noRefusals)
  const sites = value?.sites ?? []
  return {
    isLoading,
    options: sites.map(({ siteId, name, buildings }) => ({
      key: siteId,
      label: name,
      title: name,
      options: buildings.map((building) => ({ value: building.buildingId, label: building.name })),
    })),
    nameOf: new Map(sites.flatMap(({ buildings }) => buildings.map(({ buildingId, name }) => [buildingId, name]))),
  }
}

interface Props {
  id?: string
  label?: string
  placeholder: string
  width: number | string
  buildings: ReturnType<typeof useBuildings>
  value?: string
  onChange?: (buildingId: string | undefined) => void
  isOptional?: boolean
}

/** Chooses one building. */
export function BuildingChoice({ id, label, placeholder, width, buildings, value, onChange, isOptional }: Props) {
  return (
    <Select
      id={id}
      aria-label={label}
      placeholder={placeholder}
      style={{ width }}
      popupMatchSelectWidth={false}
      allowClear={isOptional}
      showSearch
      optionFilterProp='label'
      loading={buildings.isLoading}
      notFoundContent='还没有楼宇，请先在「院区与楼宇」中添加'
      options={buildings.options}
      value={value}
      onChange={onChange}
    />
  )
}
