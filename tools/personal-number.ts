/**
 * Whether a text holds what could be somebody's Swedish personal number: a day of birth (sixty days later for a
 * coordination number), a separator and four digits, the last of which is the check digit.
 */
export function holdsPersonalNumber(text: string): boolean {
  return [...text.matchAll(/(?<!\d)(?:\d\d)?(\d{6})[-+](\d{4})(?!\d)/g)].some(
    ([, day = '', rest = '']) => isDay(day) && hasCheckDigit(day + rest),
  )
}

function isDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6)) % 60
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** Every other digit doubled and the digits of the products summed give a whole number of tens. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].entries()) {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
