import { IsIn } from 'class-validator';

export class EstablishBillabilityRequest {
  @IsIn(['yes', 'no'])
  readonly billable: 'yes' | 'no';
}
