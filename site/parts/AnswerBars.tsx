/** One small column chart of the answers to a question: too small for axes, so drawn without Plot. */
interface AnswerShare {
  answer: number
  share: number
  label: string
}

interface Props {
  id: string
  title: string
  says: string
  answers: readonly AnswerShare[]
}

const column = 30
const tall = 56
const short = (value: number) => Math.round(value * 100) / 100

/** Columns with the per cent above and the answer below. */
export function AnswerBars({ id, title, says, answers }: Props) {
  const most = Math.max(...answers.map((answer) => answer.share), 1)
  return (
    <svg
      class="answers"
      viewBox={`0 0 ${column * answers.length} ${tall + 40}`}
      width={column * answers.length}
      height={tall + 40}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{says}</desc>
      {answers.map(({ answer, share, label }, i) => {
        const height = short((share / most) * tall)
        const middle = column * (i + 0.5)
        return (
          <g>
            <rect x={column * i + 3} y={short(18 + tall - height)} width={column - 6} height={height} />
            <text x={middle} y={short(13 + tall - height)}>
              {label}
            </text>
            <text class="step" x={middle} y={tall + 34}>
              {answer}
            </text>
          </g>
        )
      })}
      <line x1="0" x2={column * answers.length} y1={18.5 + tall} y2={18.5 + tall} />
    </svg>
  )
}
