// Tells somebody when the resource group has cost more in a month than was meant, or is going to. It stops nothing.
param name string

@minValue(1)
param amount int

@description('Who is told, or none.')
param email string

@description('The first day of a month, as 2026-12-01.')
param firstDay string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = if (email != 'none') {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: '${firstDay}T00:00:00Z' }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [email]
      }
      expected: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
      }
    }
  }
}
